/**
 * Bundles the package, and the door of the protocol beside it, into FOLDER/dist; then loads it as n8n does, and uses it. Prints as JSON
 * what each step gave, and which files in shared/ it loaded: `node loading.mjs FOLDER GIVEN`, with the phones and answers to read as JSON.
 */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { writeBundle } from '../../../tools/build/bundle.mjs';

const root = join(import.meta.dirname, '..', '..', '..');
const [folder, given] = process.argv.slice(2);
const dist = join(folder, 'dist');
const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const starts = [...n8n.nodes, ...n8n.credentials].map((file) => file.replace(/^dist\/(.*)\.js$/, '$1'));
const sources = Object.fromEntries(starts.map((name) => [name, `${name}.ts`]));

process.chdir(root);
await writeBundle({ entries: { ...sources, door: 'nodes/CascadeMessaging/protocol/index.ts' }, dist });
mkdirSync(join(folder, 'node_modules'));
symlinkSync(join(root, 'node_modules', 'n8n-workflow'), join(folder, 'node_modules', 'n8n-workflow'), 'dir');

const require = createRequire(join(dist, 'any.js'));
const known = new Set();

/** What `work` gives, and the names of the files in shared/ that were not loaded before it. */
function step(work) {
	const result = work();
	const shared = join(dist, 'shared');
	const loaded = Object.keys(require.cache).filter((file) => file.startsWith(shared) && !known.has(file));
	for (const file of loaded) known.add(file);
	return { result, loaded: loaded.map((file) => file.slice(shared.length + 1)) };
}

const start = step(() => starts.map((name) => Object.keys(require(`./${name}`))).flat());
const { PROTOCOLS, toGatewayPhone, toGatewayTime } = require('./door');
const { phones, answers } = JSON.parse(given);
const steps = {
	start,
	json: step(() => PROTOCOLS.json.encodeStates(['7']).body),
	phone: step(() => toGatewayPhone('8 (900) 000-00-01', 'RU')),
	phones: step(() => phones.map(([text, country]) => toGatewayPhone(text, country))),
	xml: step(() => PROTOCOLS.xml.encodeStates(['7']).body),
	answers: step(() => answers.map((answer) => states(PROTOCOLS.xml, answer))),
	time: step(() => toGatewayTime(0, 'Europe/Moscow')),
};
process.stdout.write(JSON.stringify(steps));

function states(codec, answer) {
	try {
		return codec.decodeStates(answer, ['7']);
	} catch ({ code }) {
		return code;
	}
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { contentFindings } from './package/contents.mjs';
import { withPackedPackage } from './package/pack.mjs';
import { missingRequires } from './package/requires.mjs';
import { kB, sizeFindings, sizeOfDist, sizesByPart } from './package/sizes.mjs';

const root = join(import.meta.dirname, '..');
const runs = 7;

/** Runs load.mjs in a process of its own; an n8n-core that starts there keeps its files beside the unpacked package. */
function load(folder, ...how) {
	const script = join(import.meta.dirname, 'package', 'load.mjs');
	const env = { ...process.env, N8N_USER_FOLDER: dirname(folder) };
	return JSON.parse(execFileSync(process.execPath, [script, folder, ...how], { encoding: 'utf8', env }));
}

/** Nothing but n8n-workflow can be found from the package. */
function giveWorkflowAlone(folder) {
	mkdirSync(join(folder, '..', 'node_modules'));
	symlinkSync(join(root, 'node_modules', 'n8n-workflow'), join(folder, '..', 'node_modules', 'n8n-workflow'), 'dir');
}

function loadFindings(folder, { nodes, credentials, missing }) {
	const { n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const short = nodes.length === n8n.nodes.length && credentials.length === n8n.credentials.length;
	return short ? missing : [...missing, `n8n loaded only ${[...nodes, ...credentials].join(', ')}`];
}

function check({ folder, files, size, unpackedSize }) {
	const dist = sizeOfDist(files);
	console.log(`packed ${kB(size)}, unpacked ${kB(unpackedSize)}, dist ${kB(dist)}, ${files.length} files: ${sizesByPart(files)}`);
	const paths = files.map(({ path }) => path);
	const before = [...contentFindings(folder, paths), ...missingRequires(folder, paths), ...sizeFindings(dist)];
	if (before.length > 0) return before;
	giveWorkflowAlone(folder);
	const loaded = load(folder, '--n8n');
	const starts = Array.from({ length: runs }, () => load(folder));
	const times = starts.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
	console.log(
		`n8n loads ${[...loaded.nodes, ...loaded.credentials].join(', ')}; require takes ${times[Math.floor(runs / 2)].toFixed(1)} ms, ${times[0].toFixed(1)} at best`,
	);
	return [...loadFindings(folder, loaded), ...starts[0].libraries.map((file) => `${file} is loaded at the start of n8n`)];
}

const findings = await withPackedPackage(root, check).catch(({ message }) => [message]);
for (const finding of findings) console.error(finding);
if (findings.length > 0) process.exitCode = 1;
else console.log('package content: in order');

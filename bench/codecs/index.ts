import path from 'node:path';

import { inFreshProcess } from '../fresh';
import type { Row, Section } from '../report/section';
import type { Settings, Tell } from '../settings';
import type { Speed } from './program';

const RECIPIENTS = 10_000;

const ABOUT = `Bodies and answers for ${RECIPIENTS.toLocaleString('en')} recipients with a text each, beside what does the bare work: \`JSON.stringify\` and \`JSON.parse\`, fast-xml-builder and fast-xml-parser. Decoding also says what each record means; the bare parsers only take the text apart.`;

/** How fast requests are written and answers are read. */
export async function measureCodecs({ sizes }: Settings, tell: Tell): Promise<Section[]> {
	tell('Codecs');
	const count = Math.min(RECIPIENTS, sizes.at(-1) ?? RECIPIENTS);
	const speeds = await inFreshProcess<Speed[]>(path.join(__dirname, 'program.ts'), { count });
	const rows = speeds.map(({ name, bytes, ours, bare }): Row => ({
		what: name,
		'MB/s': bytes / 1000 / ours,
		'bare, MB/s': bytes / 1000 / bare,
		'times the bare time': ours / bare,
		'text, MB': bytes / 1e6,
	}));
	return [{ title: 'Codecs', about: ABOUT, rows, goals: [] }];
}

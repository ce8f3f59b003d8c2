import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { Cleanup } from '../cleanup';
import { putUp } from '../stage';
import { step } from '../step';
import { stopSignal } from '../stopSignal';
import { ALBUM } from './album';
import type { Caption } from './captions';
import { captionOf, CAPTIONS_FILE, IMAGES } from './captions';
import { openStudio } from './studio';

/** Takes the pictures of the docs in the real editor, and writes down which words are in them. */
async function main(cleanup: Cleanup): Promise<void> {
	const stage = await putUp({ n8nPort: 0, simulatorPort: 0, speed: 1, cleanup, signal: stopSignal() });
	const studio = await step('A browser, logged in', () => openStudio(stage, IMAGES, cleanup));
	for (const { name, take } of ALBUM) await step(`${name}.png`, () => take(studio));
	const captions: Record<string, Caption> = {};
	for (const [name, words] of studio.words) captions[name] = captionOf(await readFile(path.join(IMAGES, `${name}.png`)), words);
	await writeFile(CAPTIONS_FILE, `${JSON.stringify(captions, null, '\t')}\n`);
}

const cleanup = new Cleanup();
const tell = (line: string): void => void process.stderr.write(`${line}\n`);
main(cleanup)
	.then(() => false)
	.catch((error: unknown) => {
		tell(error instanceof Error ? error.message : String(error));
		return true;
	})
	.then(async (failed) => {
		await cleanup.run({ failed, tell });
		process.exit(failed ? 1 : 0);
	})
	.catch(tell);

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';

import { Cleanup } from '../../demo/cleanup';
import { ALBUM } from '../../demo/pictures/album';
import type { Caption } from '../../demo/pictures/captions';
import { CAPTIONS_FILE } from '../../demo/pictures/captions';
import type { Studio } from '../../demo/pictures/studio';
import { openStudio } from '../../demo/pictures/studio';
import { putUp } from '../../demo/stage';
import { until } from './world';

const cleanup = new Cleanup();
let studio: Studio;
let captions: Record<string, Caption>;
before(async () => {
	captions = JSON.parse(await readFile(CAPTIONS_FILE, 'utf8')) as Record<string, Caption>;
	const folder = await mkdtemp(path.join(tmpdir(), 'cascade-messaging-pictures-'));
	cleanup.add(async () => await rm(folder, { recursive: true, force: true }));
	const stage = await putUp({ n8nPort: 0, simulatorPort: 0, speed: 1, cleanup, signal: AbortSignal.timeout(30 * 60_000) });
	studio = await openStudio(stage, folder, cleanup);
});
after(async () => {
	await cleanup.run({ failed: false, tell: () => undefined });
});

describe('the pictures of the docs, taken again', () => {
	for (const { name, take } of ALBUM) {
		it(`${name}.png shows what stands in the docs (npm run screenshots takes it anew)`, async () => {
			await take(studio);
			// On a busy machine the editor fades and loads a little longer.
			const expected = captions[name]?.words;
			const isThere = (words: readonly string[]): boolean => isDeepStrictEqual(words, expected);
			const words = studio.words.get(name) ?? [];

			assert.deepEqual(isThere(words) ? words : await until(studio.read, isThere, 10), expected);
		});
	}
});

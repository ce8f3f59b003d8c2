import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ALBUM } from '../../../demo/pictures/album';
import type { Caption } from '../../../demo/pictures/captions';
import { captionOf, CAPTIONS_FILE, IMAGES } from '../../../demo/pictures/captions';

const captions = JSON.parse(readFileSync(CAPTIONS_FILE, 'utf8')) as Record<string, Caption>;

it('each picture of the docs is one of the album', () => {
	const pictures = readdirSync(IMAGES).filter((file) => file.endsWith('.png'));
	expect(pictures.sort()).toEqual(ALBUM.map(({ name }) => `${name}.png`).sort());
	expect(Object.keys(captions).sort()).toEqual(ALBUM.map(({ name }) => name).sort());
});

it.each(Object.entries(captions))('%s.png is the very picture whose words CI compares', (name, caption) => {
	expect(captionOf(readFileSync(path.join(IMAGES, `${name}.png`)), caption.words)).toEqual(caption);
});

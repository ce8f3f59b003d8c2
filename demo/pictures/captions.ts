import { createHash } from 'node:crypto';
import path from 'node:path';

/** Where the pictures of the docs are. */
export const IMAGES = path.join(__dirname, '..', '..', 'docs', 'images');

/** Says of each picture what is in it. */
export const CAPTIONS_FILE = path.join(IMAGES, 'captions.json');

/**
 * What is in a picture: the words it shows, and a digest of the file they were read from. CI takes each picture again and compares the words:
 * pixels differ from machine to machine, words do not.
 */
export interface Caption {
	readonly sha256: string;
	readonly words: readonly string[];
}

/** The caption of a picture. */
export function captionOf(picture: Uint8Array, words: readonly string[]): Caption {
	return { sha256: createHash('sha256').update(picture).digest('hex'), words };
}

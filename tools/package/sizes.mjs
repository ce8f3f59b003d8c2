import { basename } from 'node:path';

/** The most the unpacked package may take, in bytes. */
const LIMIT = 450_000;

/** Files smaller than this are told of together. */
const SMALL = 4000;

/** Bytes in words, e.g. `68 kB`. */
export const kB = (bytes) => `${Math.round(bytes / 1000)} kB`;

/** The size of each part of a package, in words, the largest first. `files` are those of the package, as `{ path, size }`. */
export function sizesByPart(files) {
	const large = files.filter(({ size }) => size >= SMALL).sort((a, b) => b.size - a.size);
	const rest = files.filter(({ size }) => size < SMALL);
	const restSize = rest.reduce((sum, { size }) => sum + size, 0);
	return [...large.map(({ path, size }) => `${basename(path)} ${kB(size)}`), `${rest.length} small files ${kB(restSize)}`].join(', ');
}

/** What is wrong with the size of an unpacked package, in bytes: one sentence, or none. */
export function sizeFindings(unpackedSize) {
	return unpackedSize > LIMIT ? [`the package takes ${kB(unpackedSize)} unpacked, more than ${kB(LIMIT)}`] : [];
}

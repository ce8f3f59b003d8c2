import { basename } from 'node:path';

/** The most that `dist` may take, in bytes: what n8n keeps and loads. */
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

/** The size of what stands in `dist`, in bytes. `files` are those of the package, as `{ path, size }`. */
export function sizeOfDist(files) {
	return files.filter(({ path }) => path.startsWith('dist/')).reduce((sum, { size }) => sum + size, 0);
}

/** What is wrong with the size of `dist`, in bytes: one sentence, or none. */
export function sizeFindings(size) {
	return size > LIMIT ? [`dist takes ${kB(size)}, more than ${kB(LIMIT)}`] : [];
}

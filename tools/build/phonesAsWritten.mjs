import { readFile } from 'node:fs/promises';

const COMPILED = /[\\/]libphonenumber-js[\\/]es6[\\/](?=[\w\\/]+\.js$)/;

/**
 * Rolldown plugin: takes libphonenumber-js as it was written, which it brings too, and not as it was compiled for old browsers: a third
 * smaller.
 */
export const phonesAsWritten = () => ({
	name: 'phones-as-written',
	async load(id) {
		if (!COMPILED.test(id)) return null;
		const written = id.replace(COMPILED, (path) => path.replace('es6', 'source'));
		return await readFile(written, 'utf8');
	},
});

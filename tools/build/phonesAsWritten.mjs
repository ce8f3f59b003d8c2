import { readFile } from 'node:fs/promises';

const COMPILED = /[\\/]libphonenumber-js[\\/]es6[\\/](?=[\w\\/]+\.js$)/;

/**
 * Rolldown plugin: takes libphonenumber-js as it was written, which it brings too, and not as it was compiled for old browsers: a third
 * smaller.
 */
export const phonesAsWritten = () => ({
	name: 'phones-as-written',
	async load(id) {
		return COMPILED.test(id)
			? await readFile(
					id.replace(COMPILED, (path) => path.replace('es6', 'source')),
					'utf8',
				)
			: null;
	},
});

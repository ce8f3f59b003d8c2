/**
 * Rolldown plugin: a file of libraries is loaded when something in it is used for the first time, not when n8n starts. Throws when a
 * library stands among our own code.
 */
export const lazyLibraries = ({ fromOutside }) => ({
	name: 'lazy-libraries',
	generateBundle(_options, files) {
		const chunks = Object.values(files).filter(({ type }) => type === 'chunk');
		const libraries = chunks.filter(({ moduleIds }) => moduleIds.every(fromOutside)).map(({ name }) => name);
		for (const chunk of chunks.filter(({ name }) => !libraries.includes(name))) {
			const stray = chunk.moduleIds.find(fromOutside);
			if (stray !== undefined) throw new Error(`${stray} has no file of its own in ${chunk.fileName}`);
			chunk.code = libraries.reduce(loadedWhenUsed, chunk.code);
		}
	},
});

/** `const require_x = require("./x.js")` becomes a function, which `require_x.member` calls. */
function loadedWhenUsed(code, name) {
	const required = new RegExp(String.raw`^const require_${name} = (require\(.*\));$`, 'm');
	const used = new RegExp(String.raw`\brequire_${name}\.`, 'g');
	return code
		.replace(required, `let loaded_${name};\nfunction require_${name}() {\n\treturn (loaded_${name} ??= $1);\n}`)
		.replace(used, `(require_${name}()).`);
}

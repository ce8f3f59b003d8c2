const GETTER =
	/^Object\.defineProperty\(exports, ['"](\w+)['"], \{\s+enumerable: true,\s+get: function ?\(\) \{\s+return (.+);\s+\}\s+\}\);$/gm;

/**
 * Rolldown plugin: `exports.x = x` in place of a getter for each name, which takes more room than many a function. It is for files that
 * assign nothing they export anew.
 */
export const plainExports = () => ({
	name: 'plain-exports',
	generateBundle(_options, files) {
		for (const file of Object.values(files)) if (file.type === 'chunk') file.code = file.code.replace(GETTER, 'exports.$1 = $2;');
	},
});

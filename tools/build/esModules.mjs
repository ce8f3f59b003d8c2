/** The ways in which split-sms imports and exports → the same between ES modules. */
const REWRITTEN = [
	[/(?:var )?\s*(\w+) = require\('(.+)'\)[,;]/g, "import * as $1 from '$2';"],
	[/module\.exports\.(\w+) = \1;/g, 'export { $1 };'],
	[/(?:var \w+ = )?module\.exports\.(\w+) = /g, 'export const $1 = '],
];

/**
 * Rolldown plugin: makes ES modules of split-sms, which is CommonJS: modules that are made when they are asked for can neither be in a file
 * of libraries alone, nor be left out in part. Throws where it imports or exports in another way.
 */
export const esModules = () => ({
	name: 'es-modules',
	transform: {
		filter: { id: /[\\/]split-sms[\\/]/ },
		handler(source, id) {
			const code = REWRITTEN.reduce((text, [written, rewritten]) => text.replace(written, rewritten), source);
			if (/\b(?:require|exports)\b/.test(code)) throw new Error(`${id} can't be made an ES module`);
			return { code };
		},
	},
});

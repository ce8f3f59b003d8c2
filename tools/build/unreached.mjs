/** Paths to elements, of which no option of ours speaks: none is ever looked for. */
const NO_PATHS = `
export class Expression {}
export class ExpressionSet { add() {} addAll() {} seal() {} }
export class MatcherView {}
export class Matcher {
	push() {} pop() {} reset() {} updateCurrent() {} getCurrentTag() {}
	readOnly() { return this; }
	getDepth() { return 0; }
	matchesAny() { return false; }
	toString() { return ''; }
}`;

/**
 * What we never reach, as the end of a path → what stands in its place. An XML text with a document type is refused before it is read, so
 * nothing is read of one: no declaration, no entity that may be unsafe. The parser does not validate, and takes no text for a number. We keep
 * elements in no order of their own, and write no phones for people.
 */
const REPLACED = {
	'fast-xml-parser/src/validator.js': 'export const validate = undefined;',
	'fast-xml-parser/src/xmlparser/DocTypeReader.js': 'export default class { setXmlVersion() {} }',
	'fast-xml-builder/src/orderedJs2Xml.js': 'export default undefined;',
	'fast-xml-validator/src/validators/DocTypeValidator.js': 'export default class {}',
	'is-unsafe/src/index.js': 'export const HTML = [], XML = [], VALID_CONTEXTS = [], isUnsafe = () => true;',
	'libphonenumber-js/es6/format.js': 'export const chooseFormatForNumber = undefined; export default undefined;',
	'path-expression-matcher/src/index.js': NO_PATHS,
	'strnum/strnum.js': 'export default undefined;',
};

/** Rolldown plugin: leaves out parts of libraries that are never reached. Throws where they no longer have such a part. */
export const unreached = () => {
	const rest = new Set(Object.keys(REPLACED));
	return {
		name: 'unreached',
		load(id) {
			const path = id.replaceAll('\\', '/');
			const part = Object.keys(REPLACED).find((end) => path.endsWith(`/node_modules/${end}`));
			if (part === undefined) return null;
			rest.delete(part);
			return REPLACED[part];
		},
		buildEnd(error) {
			if (error === undefined && rest.size > 0) throw new Error(`The libraries have no ${[...rest].join(', ')}`);
		},
	};
};

/**
 * What our XML never reaches, as the end of a path → what stands in its place. A text with a document type is refused before it is read, so
 * nothing is read of one: no declaration, no entity that may be unsafe. The parser does not validate, and takes no text for a number.
 */
const REPLACED = {
	'fast-xml-parser/src/validator.js': 'export const validate = undefined;',
	'fast-xml-parser/src/xmlparser/DocTypeReader.js': 'export default class { setXmlVersion() {} }',
	'fast-xml-validator/src/validators/DocTypeValidator.js': 'export default class {}',
	'is-unsafe/src/index.js': 'export const HTML = [], XML = [], VALID_CONTEXTS = [], isUnsafe = () => true;',
	'strnum/strnum.js': 'export default undefined;',
};

/** Rolldown plugin: leaves out what the XML libraries need for document types and numbers. Throws where they no longer have such a part. */
export const withoutDocTypes = () => {
	const rest = new Set(Object.keys(REPLACED));
	return {
		name: 'without-doc-types',
		load(id) {
			const path = id.replaceAll('\\', '/');
			const part = Object.keys(REPLACED).find((end) => path.endsWith(`/node_modules/${end}`));
			if (part === undefined) return null;
			rest.delete(part);
			return REPLACED[part];
		},
		buildEnd(error) {
			if (error === undefined && rest.size > 0) throw new Error(`The XML libraries have no ${[...rest].join(', ')}`);
		},
	};
};

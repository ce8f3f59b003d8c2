/** Stands in for a library that n8n-workflow loads for `.toSnakeCase()` and the like, which no test uses: it costs a tenth of a second in each test file. */
export function transliterate(): never {
	throw new Error('This library is left out of the tests: see jest.config.js.');
}

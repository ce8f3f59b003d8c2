import ts from 'typescript';

const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => process.cwd(), getNewLine: () => '\n' };

/** Type-checks what is shipped: the given files and all they import. Throws with tsc's own words (`npm run types` checks the whole project). */
export function checkTypes(files) {
	const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
	const found = ts.getPreEmitDiagnostics(ts.createProgram(files, options));
	if (found.length > 0) throw new Error(ts.formatDiagnostics(found, host));
}

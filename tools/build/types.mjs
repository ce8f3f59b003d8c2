import ts from 'typescript';

const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => process.cwd(), getNewLine: () => '\n' };

/** Type-checks what is shipped: the given files, all they import, and what we declare of libraries without types. Throws with tsc's own words (`npm run types` checks the whole project). */
export function checkTypes(files) {
	const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
	const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
	const declarations = fileNames.filter((file) => file.endsWith('.d.ts'));
	const found = ts.getPreEmitDiagnostics(ts.createProgram([...files, ...declarations], options));
	if (found.length > 0) throw new Error(ts.formatDiagnostics(found, host));
}

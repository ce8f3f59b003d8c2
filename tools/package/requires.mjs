import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import ts from 'typescript';

/** What n8n gives a community package at run time; `node:crypto` is the one built-in its scan allows. */
const provided = new Set(['n8n-workflow', 'node:crypto']);

/** Every module a script asks for, with require() or import; an asked-for module that isn't written out counts as its source text. */
function requiresOf(code) {
	const asked = [];
	const visit = (node) => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) asked.push(node.moduleSpecifier);
		const loads = ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.text === 'require');
		if (loads) asked.push(node.arguments[0]);
		ts.forEachChild(node, visit);
	};
	const source = ts.createSourceFile('x.js', code, ts.ScriptTarget.ES2022, true);
	visit(source);
	return asked.filter((target) => target !== undefined).map((target) => target.text ?? target.getText(source));
}

function resolves(file, target) {
	try {
		return Boolean(createRequire(file).resolve(target));
	} catch {
		return false;
	}
}

/** The modules a package asks for and won't find beside n8n-workflow, one sentence each. */
export function missingRequires(folder, files) {
	return files
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) => requiresOf(readFileSync(join(folder, file), 'utf8')).map((target) => ({ file, target })))
		.filter(({ file, target }) => !provided.has(target) && !(target.startsWith('.') && resolves(join(folder, file), target)))
		.map(({ file, target }) => `${file} requires ${target}, which n8n does not provide`);
}

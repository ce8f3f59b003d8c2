import { posix } from 'node:path';

import ts from 'typescript';

/** What a source file imports, and where it asks for the time or for chance. */
export interface Reading {
	/** Each as written: './x', 'n8n-workflow'. */
	imports: string[];
	/** Each as written: 'Date.now', 'new Date()'. */
	impure: string[];
}

const clocks = new Set(['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues']);
const dice = new Set(['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues', 'generateKeySync']);
const dates = new Set(['Date', 'TZDate']);

/** Reads one TypeScript source; imports are `import`, `export … from`, `import()`, `require()` and `import('…').Type`. */
export function read(path: string, text: string): Reading {
	const imports: string[] = [];
	const impure: string[] = [];
	const visit = (node: ts.Node): void => {
		const target = importTarget(node);
		if (target && ts.isStringLiteralLike(target)) imports.push(target.text);
		const asked = impurity(node);
		if (asked !== undefined) impure.push(asked);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022));
	return { imports, impure };
}

function importTarget(node: ts.Node): ts.Node | undefined {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
	if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) return node.moduleReference.expression;
	if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
	if (!ts.isCallExpression(node)) return undefined;
	const { expression } = node;
	const loads = expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');
	return loads ? node.arguments[0] : undefined;
}

function impurity(node: ts.Node): string | undefined {
	if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
		const name = `${node.expression.text}.${node.name.text}`;
		return clocks.has(name) ? name : undefined;
	}
	if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && dates.has(node.expression.text)) {
		return (node.arguments ?? []).length === 0 ? `new ${node.expression.text}()` : undefined;
	}
	if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
	const { text } = node.expression;
	return text === 'Date' || dice.has(text) ? `${text}()` : undefined;
}

/** The file a relative import means, among those known (path → anything); undefined when none of them is it. */
export function resolve(from: string, target: string, known: ReadonlyMap<string, unknown>): string | undefined {
	const path = posix.join(posix.dirname(from), target);
	return [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => known.has(candidate));
}

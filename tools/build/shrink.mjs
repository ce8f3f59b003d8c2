import { parseAst } from 'rolldown/parseAst';
import { minify } from 'rolldown/utils';

const target = 'es2022';
/** n8n's scan refuses `console`, and libraries use it. */
const dropConsole = true;

/** Names of functions and classes stay, for whoever debugs an n8n; those of parameters, variables and constants go. */
const ours = {
	compress: { target, dropConsole, keepNames: { function: true, class: true } },
	mangle: { toplevel: true, keepNames: { function: true, class: true } },
	codegen: { removeWhitespace: true },
};

const libraries = {
	compress: { target, dropConsole, keepNames: { function: false, class: true } },
	mangle: { toplevel: true, keepNames: { function: false, class: true } },
	codegen: { removeWhitespace: true, legalComments: 'none' },
};

/** Rolldown plugin: our chunks without comments, blanks and dead code, the libraries' chunks as small as they get. */
export const shrink = ({ fromOutside }) => ({
	name: 'shrink',
	async generateBundle(_options, files) {
		for (const chunk of Object.values(files).filter(({ type }) => type === 'chunk')) {
			const isOurs = !chunk.moduleIds.every(fromOutside);
			const { code, errors } = await minify(chunk.fileName, chunk.code, isOurs ? ours : libraries);
			if (errors.length > 0) throw new AggregateError(errors, `${chunk.fileName} can't be minified`);
			chunk.code = isOurs ? inLines(code) : code;
		}
	},
});

/** A line for each function and table, so that a stack trace says where in the file it was. */
function inLines(code) {
	return parseAst(code)
		.body.map((statement) => `${inRows(statement, code)}\n`)
		.join('');
}

/** A declaration of several constants takes a line for each. */
function inRows({ type, start, end, declarations }, code) {
	if (type !== 'VariableDeclaration') return code.slice(start, end);
	const starts = [start, ...declarations.slice(1).map((one) => one.start)];
	return starts.map((from, index) => code.slice(from, starts[index + 1] ?? end)).join('\n');
}

import { minify } from 'rolldown/utils';

const target = 'es2022';
/** n8n's scan refuses `console`, and libraries use it. */
const dropConsole = true;

/** Names and lines stay, for whoever debugs an n8n. */
const ours = {
	compress: { target, dropConsole, keepNames: { function: true, class: true }, joinVars: false, sequences: false },
	mangle: false,
	codegen: { removeWhitespace: false },
};

const libraries = {
	compress: { target, dropConsole, keepNames: { function: false, class: true } },
	mangle: { toplevel: true, keepNames: { function: false, class: true } },
	codegen: { removeWhitespace: true, legalComments: 'none' },
};

/** Rolldown plugin: our chunks without comments and dead code, the libraries' chunk as small as it gets. */
export const shrink = ({ fromOutside }) => ({
	name: 'shrink',
	async generateBundle(_options, files) {
		for (const chunk of Object.values(files).filter(({ type }) => type === 'chunk')) {
			const { code, errors } = await minify(chunk.fileName, chunk.code, chunk.moduleIds.every(fromOutside) ? libraries : ours);
			if (errors.length > 0) throw new AggregateError(errors, `${chunk.fileName} can't be minified`);
			chunk.code = code;
		}
	},
});

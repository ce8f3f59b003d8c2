const directive = /^\s*eslint-(?:disable|enable)(?:-next-line|-line)?\b/;
const namedWithReason = /^\s*eslint-disable(?:-next-line|-line)?\s+[^\s-][^]*?\s--\s+\S/;
const end = /^\s*eslint-enable\b/;
const column = 0;

/** ESLint rule: a comment that disables a rule names the rule and says why: `eslint-disable-line rule -- reason`. */
export const disableNeedsReason = {
	meta: {
		type: 'suggestion',
		schema: [],
		messages: { reason: 'The comment on line {{ line }} disables a rule: name the rule and say why ("… rule -- reason").' },
	},
	create(context) {
		return {
			Program() {
				const unexplained = context.sourceCode
					.getAllComments()
					.filter(({ value }) => directive.test(value) && !end.test(value) && !namedWithReason.test(value));
				// Reported at the top of the file, or the comment would silence its own report.
				for (const { loc } of unexplained) {
					context.report({ loc: { line: 1, column }, messageId: 'reason', data: { line: String(loc.start.line) } });
				}
			},
		};
	},
};

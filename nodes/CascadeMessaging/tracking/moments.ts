/**
 * Makes a reader of ISO 8601 moments, which gives milliseconds since 1970; `NaN` where a text is none. It keeps the last one in mind:
 * a campaign is handed over in a few hundred moments, and each is read some hundred times on end.
 */
export function momentReader(): (text: string) => number {
	let known = '';
	let moment = NaN;
	return (text) => {
		if (text !== known) {
			known = text;
			moment = Date.parse(text);
		}
		return moment;
	};
}

/** One value for a VK template. */
export interface TemplateParameter {
	readonly name: string;
	readonly value: string;
}

/** How a protocol writes the value of a field into a request: a text, or the named values of a template. */
export interface WireWriter<Written> {
	readonly text: (text: string) => Written;
	readonly parameters: (parameters: readonly TemplateParameter[]) => Written;
}

/** The values of a template by their names. */
export function objectOf(parameters: readonly TemplateParameter[]): Record<string, string> {
	return Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
}

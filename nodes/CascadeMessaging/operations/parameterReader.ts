import type { IExecuteFunctions } from 'n8n-workflow';

/** Reads the node's parameters for items. A parameter without expressions is the same for all items and is read once. */
export class ParameterReader {
	readonly #known = new Map<string, unknown>();

	constructor(private readonly context: IExecuteFunctions) {}

	/** The value of a top-level parameter for an item, expressions resolved. `undefined` when it is not set. */
	read(name: string, item: number): unknown {
		if (this.#known.has(name)) return this.#known.get(name);
		const value: unknown = this.context.getNodeParameter(name, item, undefined);
		if (!holdsExpression(this.context.getNode().parameters[name])) this.#known.set(name, value);
		return value;
	}
}

function holdsExpression(parameter: unknown): boolean {
	if (typeof parameter === 'string') return parameter.startsWith('=');
	if (typeof parameter !== 'object' || parameter === null) return false;
	return Object.values(parameter).some(holdsExpression);
}

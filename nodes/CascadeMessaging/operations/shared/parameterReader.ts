import type { IExecuteFunctions } from 'n8n-workflow';

import { notGiven } from './failureOf';
import { Given } from './templates/given';
import { isExpression } from './templates/template';

/** Reads the node's parameters for items. A parameter without expressions is the same for all items and is read once. */
export class ParameterReader {
	readonly #context: IExecuteFunctions;
	readonly #known = new Map<string, unknown>();
	readonly #typed: Record<string, unknown>;

	constructor(context: IExecuteFunctions) {
		this.#context = context;
		this.#typed = context.getNode().parameters;
	}

	/**
	 * The value of a top-level parameter for an item, expressions resolved; `byDefault` where it is not set.
	 *
	 * @throws {ItemError} `valueNotReadable` when n8n cannot give it.
	 */
	read(name: string, item: number, byDefault?: unknown): unknown {
		if (this.#known.has(name)) return this.#known.get(name);
		const value = asked((): unknown => this.#context.getNodeParameter(name, item, byDefault));
		if (!holdsExpression(this.#typed[name])) this.#known.set(name, value);
		return value;
	}

	/** The same, together with what the user typed for it. */
	given(name: string, item: number): Given {
		return new Given(this.read(name, item), this.#typed[name]);
	}

	/**
	 * The value of a `{{ … }}` for an item.
	 *
	 * @throws {ItemError} `valueNotReadable` when n8n cannot give it.
	 */
	evaluate(source: string, item: number): unknown {
		return asked((): unknown => this.#context.evaluateExpression(source, item));
	}
}

function asked<T>(give: () => T): T {
	try {
		return give();
	} catch (error) {
		throw notGiven(error);
	}
}

function holdsExpression(parameter: unknown): boolean {
	if (typeof parameter !== 'object' || parameter === null) return isExpression(parameter);
	return Object.values(parameter).some(holdsExpression);
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isRecord } from '../../protocol';
import { notGiven } from './failureOf';
import { readerOf } from './templates/expressionReader';
import { Given } from './templates/given';
import { JointQuestion } from './templates/jointQuestion';
import type { Scope } from './templates/shortCode';
import { ASK_N8N } from './templates/shortCode';
import type { ValueReader } from './templates/valueTree';
import { hasParts, holdsExpression, keepingLast, treeReader } from './templates/valueTree';

/**
 * Reads the node's parameters for items. A parameter without expressions is the same for all items and is read once; of expressions n8n is
 * asked only for what we do not surely read alike (`templates/`), because asking takes most of the time of a run.
 */
export class ParameterReader {
	readonly #context: IExecuteFunctions;
	readonly #typed: Record<string, unknown>;
	readonly #known = new Map<string, unknown>();
	readonly #trees: ReadonlyMap<string, ValueReader>;
	#items: readonly INodeExecutionData[] | undefined;

	constructor(context: IExecuteFunctions) {
		this.#context = context;
		this.#typed = context.getNode().parameters;
		this.#trees = this.#makeTrees();
	}

	/**
	 * The value of a top-level parameter for an item, expressions resolved; `byDefault` where it is not set.
	 *
	 * @throws {ItemError} `valueNotReadable` when n8n cannot give it.
	 */
	read(name: string, item: number, byDefault?: unknown): unknown {
		if (this.#known.has(name)) return this.#known.get(name);
		const tree = this.#trees.get(name);
		if (tree !== undefined) return tree(item);
		const value = this.#ask(name, item, byDefault);
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
		const value = readerOf(`=${source}`)?.(this.#scopeOf(item)) ?? ASK_N8N;
		return value === ASK_N8N ? asked((): unknown => this.#context.evaluateExpression(source, item)) : value;
	}

	#makeTrees(): Map<string, ValueReader> {
		const question = new JointQuestion((source, item) => this.#context.evaluateExpression(source, item));
		const readerAt = (expression: string, path: string): ValueReader => {
			const ask: ValueReader = (item) => withoutLuxon(this.#ask(path, item), path);
			const read = readerOf(expression, question);
			if (read === undefined) return ask;
			return (item) => {
				const value = read(this.#scopeOf(item));
				return value === ASK_N8N ? ask(item) : value;
			};
		};
		const inParts = Object.entries(this.#typed).filter(([, typed]) => holdsExpression(typed) && hasParts(typed));
		return new Map(inParts.map(([name, typed]) => [name, keepingLast(treeReader(typed, name, readerAt))]));
	}

	#ask(path: string, item: number, byDefault?: unknown): unknown {
		return asked((): unknown => this.#context.getNodeParameter(path, item, byDefault));
	}

	#scopeOf(itemIndex: number): Scope {
		this.#items ??= this.#context.getInputData();
		return { json: this.#items[itemIndex]?.json, itemIndex };
	}
}

/** n8n writes out the dates in a parameter with fields, which it cannot know of a field that is asked for alone. */
function withoutLuxon(value: unknown, path: string): unknown {
	const isField = /\W/.test(path);
	return isField && isLuxonDate(value) ? value.toString() : value;
}

function isLuxonDate(value: unknown): value is { toString(): string } {
	return isRecord(value) && value.isLuxonDateTime === true;
}

function asked<T>(give: () => T): T {
	try {
		return give();
	} catch (error) {
		throw notGiven(error);
	}
}

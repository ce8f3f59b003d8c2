import { isRecord, listOf } from '../../../protocol';
import { isExpression } from './template';

/** Stands for what the user typed where he typed nothing: the value is a part of what this expression gave. */
export class MadeBy {
	constructor(readonly expression: string) {}
}

/** A parameter's value, or a part of one, beside what the user typed for it: text, an expression, or the tree of both. */
export class Given {
	constructor(
		readonly value: unknown,
		readonly typed: unknown,
	) {}

	/** A field of it; nothing, when it is no object or has no such field. */
	at(name: string): Given {
		return new Given(fieldOf(this.value, name), this.#typedBelow(name));
	}

	/** Its entries, where it is a list; itself alone where it is a single value, and none where it is nothing. */
	list(): Given[] {
		const typed = isComposite(this.typed) ? listOf(this.typed) : undefined;
		return listOf(this.value).map((value, index) => new Given(value, typed === undefined ? this.#typedBelow('') : typed[index]));
	}

	/** The names and values of its fields. */
	entries(): [string, Given][] {
		return isRecord(this.value) ? Object.keys(this.value).map((name) => [name, this.at(name)]) : [];
	}

	/** The same, read as something else: what was typed is the text of it. */
	readAs(value: unknown): Given {
		return new Given(value, this.typed);
	}

	/** Says whether an expression gave it, or the object it is a part of. */
	get isMade(): boolean {
		return this.typed instanceof MadeBy || isExpression(this.typed);
	}

	#typedBelow(name: string): unknown {
		if (isExpression(this.typed)) return new MadeBy(this.typed);
		return this.typed instanceof MadeBy ? this.typed : fieldOf(this.typed, name);
	}
}

function isComposite(typed: unknown): boolean {
	return typeof typed === 'object' && !(typed instanceof MadeBy);
}

function fieldOf(value: unknown, name: string): unknown {
	return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

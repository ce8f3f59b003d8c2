import { isRecord, listOf } from '../../../protocol';
import { isExpression } from './template';

/** Stands in for what the user typed where the value is only a part of what an expression gave. */
export class MadeBy {
	constructor(readonly expression: string) {}
}

/** A parameter's value, or a part of one, beside what the user typed for it: text, an expression, or an object or list of these. */
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

	/** The same with the value read as something else, such as JSON; what was typed stays. */
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

/** What was chosen from a list or typed, where a parameter lets the user do either; the value itself where it does not. */
export function chosenIn(given: Given): Given {
	return isRecord(given.value) && '__rl' in given.value ? given.at('value') : given;
}

function isComposite(typed: unknown): boolean {
	return typeof typed === 'object' && !(typed instanceof MadeBy);
}

function fieldOf(value: unknown, name: string): unknown {
	return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

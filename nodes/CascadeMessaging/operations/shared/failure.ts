import { CascadeError } from '../../protocol';

/** The stable codes of parameters that cannot be read. */
export type ReadingCode = 'valueNotReadable' | 'textBroken' | 'placeholderEmpty' | 'keyIncomplete';

/** The stable codes of what ends any run before an operation does anything. */
export type RunCode = 'credentialNotUsable' | 'nodeFault';

/** Why an item, or one recipient or message of it, failed: a stable code, and a sentence for the user. Operations add what they know. */
export interface Failure<Code extends string = string> {
	readonly code: Code;
	readonly message: string;
	/** The field to correct, as the interface calls it. */
	readonly field?: string;
}

/** Thrown while an item is read; the item loop turns it into the item's failure. */
export class ItemError<Code extends string = string> extends CascadeError<Code> {
	override readonly name = 'ItemError';

	constructor(readonly failure: Failure<Code>) {
		super(failure.code, failure.message);
	}
}

/** An item error about a field, as the interface calls it. */
export function unreadable<Code extends string = ReadingCode>(code: Code, field: string, message: string): ItemError<Code> {
	return new ItemError({ code, field, message });
}

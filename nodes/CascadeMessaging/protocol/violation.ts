/** The stable codes of everything that makes a message unfit to be sent. */
export type ViolationCode =
	| 'cascadeEmpty'
	| 'fieldMissing'
	| 'textTooLong'
	| 'senderTooLong'
	| 'fieldAlone'
	| 'minutesInvalid'
	| 'parameterNameInvalid'
	| 'parameterRepeated'
	| 'characterNotAllowed'
	| 'protocolCannotCarry'
	| 'clientMessageIdInvalid'
	| 'urlTooLong'
	| 'variableUnknown';

/** One broken rule: its code, the field as the interface names it, and a sentence for the user. */
export interface Violation {
	readonly code: ViolationCode;
	readonly field: string;
	readonly message: string;
}

import { isBlank } from './blanks';
import { hasHalfCharacter, lengthOf } from './text';
import type { Violation } from './violation';
import type { TemplateParameter } from './wireWriter';

/**
 * What a protocol cannot write into its requests. Each returns the end of a sentence for the user, which begins with the name of the
 * field, or `undefined` when there is nothing to object to.
 */
export interface TextLimits {
	readonly objectionToText: (text: string) => string | undefined;
	/** The same for the name of a template parameter. */
	readonly objectionToName: (name: string) => string | undefined;
}

/**
 * How long a text may be, in characters (Unicode code points); `longest` is for senders, with one limit for names and one for digits alone.
 */
export interface Bounds {
	readonly maxLength?: number;
	readonly longest?: { readonly name: number; readonly digits: number };
}

/** Checks that a text is no longer than its field may be. `where` is the field as the interface names it. */
export function checkLength(where: string, text: string, { maxLength = Infinity, longest }: Bounds): Violation[] {
	const length = lengthOf(text);
	if (longest !== undefined && length > (/^\d+$/.test(text) ? longest.digits : longest.name)) {
		const message = `${where} has ${length} characters; at most ${longest.name} are allowed, or ${longest.digits} if all are digits.`;
		return [{ code: 'senderTooLong', field: where, message }];
	}
	if (length <= maxLength) return [];
	const message = `${where} has ${length} characters; at most ${maxLength} are allowed.`;
	return [{ code: 'textTooLong', field: where, message }];
}

/** Checks that the protocol can carry every character of a text. */
export function checkCharacters(where: string, text: string, limits: TextLimits): Violation[] {
	const objection = hasHalfCharacter(text) ? 'holds half of a character (an emoji cut in two?).' : limits.objectionToText(text);
	return objection === undefined ? [] : [{ code: 'characterNotAllowed', field: where, message: `${where} ${objection}` }];
}

/** Checks that a number can be minutes. */
export function checkMinutes(where: string, minutes: number): Violation[] {
	if (Number.isSafeInteger(minutes) && minutes > 0) return [];
	return [{ code: 'minutesInvalid', field: where, message: `${where} must be a whole number of minutes, 1 or more.` }];
}

/** Checks the names and values of a template's parameters. Each name may stand once. */
export function checkParameters(where: string, parameters: readonly TemplateParameter[], limits: TextLimits): Violation[] {
	const firstPlaces = new Map(parameters.map(({ name }, index) => [name, index] as const).reverse());
	return parameters.flatMap(({ name, value }, index) => [
		...checkParameterName(where, name, limits),
		...(firstPlaces.get(name) === index ? [] : [repeated(where, name)]),
		...checkCharacters(`${where} "${name}"`, value, limits),
	]);
}

function repeated(field: string, name: string): Violation {
	return { code: 'parameterRepeated', field, message: `${field}: "${name}" is given twice; each name may stand once.` };
}

function checkParameterName(field: string, name: string, limits: TextLimits): Violation[] {
	const objection = objectionToName(name, limits);
	return objection === undefined ? [] : [{ code: 'parameterNameInvalid', field, message: `${field}: ${objection}` }];
}

function objectionToName(name: string, limits: TextLimits): string | undefined {
	if (isBlank(name)) return 'a parameter has no name.';
	return limits.objectionToName(name) ?? (hasHalfCharacter(name) ? 'a name holds half a character.' : undefined);
}

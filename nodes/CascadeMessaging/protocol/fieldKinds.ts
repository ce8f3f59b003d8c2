import { isBlank } from './blanks';
import type { Bounds, TextLimits } from './fieldChecks';
import { checkCharacters, checkLength, checkMinutes, checkParameters } from './fieldChecks';
import type { Violation } from './violation';
import type { TemplateParameter, WireWriter } from './wireWriter';

/** Where a value stands: the name of its field in the interface, how long it may be there, and what the protocol can carry. */
interface Place {
	readonly where: string;
	readonly bounds: Bounds;
	readonly limits: TextLimits;
}

/** A kind of content field: which values are none, which may be sent, and how they are written on the wire. */
interface Kind<Value> {
	/** Says whether a value is as good as none: it is left off the wire, and missing where the field is required. */
	isNone(value: Value): boolean;
	check(value: Value, place: Place): Violation[];
	write<Written>(value: Value, writer: WireWriter<Written>): Written;
}

const text: Kind<string> = {
	isNone: isBlank,
	check: (value, { where, bounds, limits }) => [...checkLength(where, value, bounds), ...checkCharacters(where, value, limits)],
	write: (value, writer) => writer.text(value),
};

const minutes: Kind<number> = {
	isNone: () => false,
	check: (value, { where }) => checkMinutes(where, value),
	write: (value, writer) => writer.text(String(value)),
};

const flag: Kind<boolean> = {
	isNone: (isOn) => !isOn,
	check: () => [],
	write: (_, writer) => writer.text('1'),
};

const parameters: Kind<readonly TemplateParameter[]> = {
	isNone: ({ length }) => length === 0,
	check: (value, { where, limits }) => checkParameters(where, value, limits),
	write: (value, writer) => writer.parameters(value),
};

/** A name, URL or ID is a text too, but blanks around it are no part of it (docs/protocol.md section 6.8): its reader drops them. */
const TABLE = { text, name: text, minutes, flag, parameters };

/** The kinds of content fields: text, names, whole minutes, yes or no, and the named values of a template. */
export type FieldKind = keyof typeof TABLE;

/** The values of a kind. */
export type ValueOf<Name extends FieldKind> = (typeof TABLE)[Name] extends Kind<infer Value> ? Value : never;

/** A value of any kind. */
export type FieldValue = ValueOf<FieldKind>;

/**
 * The kinds by name: a further kind is a further row. The compiler then asks for the row that reads it from the interface, and for the one
 * that shows it there. `ChannelContent`, which is made from the same names, sees to it that each kind is given values of its own.
 */
export const FIELD_KINDS: Readonly<Record<FieldKind, Kind<FieldValue>>> = TABLE;

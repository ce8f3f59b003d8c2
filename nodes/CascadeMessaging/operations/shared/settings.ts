import { isBlank } from '../../protocol';
import { unreadable } from './failure';
import { toNumber, toText } from './values';

/** A number a user sets for a whole run. */
interface NumberSetting {
	/** As the interface calls it. */
	readonly field: string;
	readonly least: number;
	readonly most?: number;
	readonly byDefault: number;
}

/**
 * The number that was set; the default where none was.
 *
 * @throws {ItemError} `valueNotReadable` when it is no number, or too small or too large.
 */
export function toNumberSetting(value: unknown, { field, least, most = Number.MAX_VALUE, byDefault }: NumberSetting): number {
	const number = toNumber(value, field) ?? byDefault;
	if (number < least || !Number.isFinite(number)) {
		throw unreadable('valueNotReadable', field, `${field} must be ${least} or more, but it is ${number}.`);
	}
	if (number <= most) return number;
	throw unreadable('valueNotReadable', field, `${field} must be ${most} or less, but it is ${number}.`);
}

/** One of several choices a user makes for a whole run. */
interface ChoiceSetting<Choice extends string> {
	/** As the interface calls it. */
	readonly field: string;
	readonly choices: readonly Choice[];
	readonly byDefault: Choice;
}

/**
 * The choice that was made; the default where none was.
 *
 * @throws {ItemError} `valueNotReadable` when it is none of them.
 */
export function toChoice<Choice extends string>(value: unknown, { field, choices, byDefault }: ChoiceSetting<Choice>): Choice {
	const text = toText(value, field);
	if (isBlank(text)) return byDefault;
	const choice = choices.find((one) => one === text);
	if (choice !== undefined) return choice;
	throw unreadable('valueNotReadable', field, `${field} must be one of ${choices.join(', ')}.`);
}

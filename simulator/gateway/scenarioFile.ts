import { isRecord } from '../isRecord';
import type { Channel } from './channel';
import { findFate } from './fates';

/** One row of a scenario: which numbers, and what becomes of them. */
export interface ScenarioRow {
	/** A whole phone number, or the digits it starts with. */
	readonly digits: string;
	/** The name of a fate … */
	readonly fate?: string;
	/** … or several with their shares, dealt out by phone number. */
	readonly mix?: Readonly<Record<string, number>>;
	/** Gateway seconds until the receipt comes, by channel. */
	readonly seconds?: Readonly<Record<string, number>>;
	/** Messages start up to so many gateway seconds later, by phone number. */
	readonly spreadSeconds?: number;
	/** State queries know nothing of a message for so many gateway minutes. */
	readonly unknownMinutes?: number;
}

const KEYS = ['phone', 'prefix', 'digits', 'fate', 'mix', 'seconds', 'spreadSeconds', 'unknownMinutes'];

/**
 * Checks a scenario: a list of rows, or an object with the list under `rows`. A row names its numbers by `phone`,
 * `prefix` or `digits`.
 * @param channels whose times a row may set
 * @throws {TypeError} that names the row and what is wrong with it
 */
export function readScenario(value: unknown, channels: readonly Channel[]): ScenarioRow[] {
	const rows = isRecord(value) ? value.rows : value;
	if (!Array.isArray(rows)) throw new TypeError('A scenario is a list of rows: {"rows":[{"prefix":"7901","fate":"expired"}]}.');
	return rows.map((row: unknown, index) => {
		try {
			return readRow(row, channels);
		} catch (error) {
			if (!(error instanceof TypeError)) throw error;
			throw new TypeError(`Scenario row ${index + 1}: ${error.message}`);
		}
	});
}

function readRow(row: unknown, channels: readonly Channel[]): ScenarioRow {
	if (!isRecord(row)) throw new TypeError('it must be an object.');
	const unknownKey = Object.keys(row).find((key) => !KEYS.includes(key));
	if (unknownKey !== undefined) throw new TypeError(`"${unknownKey}" is not known; there are ${KEYS.join(', ')}.`);
	const digits = row.phone ?? row.prefix ?? row.digits;
	if (typeof digits !== 'string' || !/^\d{1,15}$/.test(digits)) throw new TypeError('"phone" or "prefix" must be digits.');
	if ((row.fate === undefined) === (row.mix === undefined)) throw new TypeError('it needs either "fate" or "mix".');
	return {
		digits,
		...(row.fate === undefined ? {} : { fate: readFateName(row.fate) }),
		...(row.mix === undefined ? {} : { mix: readNumbers(row.mix, 'mix', (name) => findFate(name) !== undefined) }),
		...(row.seconds === undefined
			? {}
			: { seconds: readNumbers(row.seconds, 'seconds', (name) => channels.some((channel) => channel.name === name)) }),
		...(row.spreadSeconds === undefined ? {} : { spreadSeconds: readNumber(row.spreadSeconds, 'spreadSeconds') }),
		...(row.unknownMinutes === undefined ? {} : { unknownMinutes: readNumber(row.unknownMinutes, 'unknownMinutes') }),
	};
}

function readFateName(value: unknown): string {
	if (typeof value === 'string' && findFate(value)) return value;
	throw new TypeError(`there is no fate ${JSON.stringify(value)}.`);
}

function readNumbers(value: unknown, key: string, isName: (name: string) => boolean): Record<string, number> {
	if (!isRecord(value)) throw new TypeError(`"${key}" must be an object.`);
	return Object.fromEntries(
		Object.entries(value).map(([name, number]) => {
			if (!isName(name)) throw new TypeError(`"${name}" in "${key}" is not known.`);
			return [name, readNumber(number, key)];
		}),
	);
}

function readNumber(value: unknown, key: string): number {
	if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
	throw new TypeError(`"${key}" must hold numbers of 0 or more.`);
}

import type { Channel } from './channel';
import { CHANNELS } from './channels';
import type { Fate } from './fate';
import { FATE_NUMBERS } from './fateNumbers';
import { findFate, USUAL_FATE } from './fates';
import { readScenario, type ScenarioRow } from './scenarioFile';
import { spreadOf, stableFraction } from './stableFraction';

/** The fate of one phone number, and by how many gateway milliseconds its messages start later. */
interface Lot {
	readonly fate: Fate;
	readonly delay: number;
}

interface Rule {
	/** Fates with their shares; most rules have one. */
	readonly choices: readonly { readonly fate: Fate; readonly share: number }[];
	readonly spreadSeconds: number;
}

const LONGEST_NUMBER = 15;

/** Decides fates by phone number. The longest match wins; rows of the scenario come before the documented numbers. */
export class Scenario {
	readonly #start: readonly ScenarioRow[];
	readonly #channels: readonly Channel[];
	readonly #documented = new Map<string, Rule>();
	#rules = new Map<string, Rule>();
	#given: readonly ScenarioRow[] = [];

	/**
	 * @param start rows that `reset` returns to, as in a scenario file
	 * @param channels whose times a row may set
	 * @throws {TypeError} when a row has an unknown fate or form
	 */
	constructor(start: unknown = [], channels: readonly Channel[] = CHANNELS) {
		this.#channels = channels;
		for (const { digits, fate } of FATE_NUMBERS) this.#documented.set(digits, toRule({ digits, fate }));
		this.set(start);
		this.#start = this.#given;
	}

	/** The rows in force, without the documented numbers. */
	get rows(): readonly ScenarioRow[] {
		return this.#given;
	}

	/**
	 * Replaces all rows.
	 * @param rows as in a scenario file
	 * @throws {TypeError} when a row has an unknown fate or form
	 */
	set(rows: unknown): void {
		const read = readScenario(rows, this.#channels);
		this.#rules = new Map(read.map((row) => [row.digits, toRule(row)]));
		this.#given = read;
	}

	/** Back to the rows of the start. */
	reset(): void {
		this.set(this.#start);
	}

	/** The fate of a phone number (digits only); always the same for the same number. */
	lotOf(phone: string): Lot {
		const rule = longestMatch(this.#rules, phone) ?? longestMatch(this.#documented, phone);
		if (!rule) return { fate: USUAL_FATE, delay: 0 };
		return { fate: choose(rule, phone), delay: spreadOf(phone, rule.spreadSeconds) };
	}
}

function longestMatch(rules: ReadonlyMap<string, Rule>, phone: string): Rule | undefined {
	if (rules.size === 0) return undefined;
	for (let length = Math.min(phone.length, LONGEST_NUMBER); length > 0; length--) {
		const rule = rules.get(phone.slice(0, length));
		if (rule) return rule;
	}
	return undefined;
}

function choose(rule: Rule, phone: string): Fate {
	const total = rule.choices.reduce((sum, { share }) => sum + share, 0);
	let left = stableFraction(phone) * total;
	for (const { fate, share } of rule.choices) {
		left -= share;
		if (left < 0) return fate;
	}
	return USUAL_FATE;
}

function toRule(row: ScenarioRow): Rule {
	const shares = row.mix ?? { [row.fate ?? USUAL_FATE.name]: 1 };
	const choices = Object.entries(shares).map(([name, share]) => {
		const fate = findFate(name);
		if (!fate) throw new TypeError(`There is no fate "${name}".`);
		return { fate: withTimes(fate, row), share };
	});
	return { choices, spreadSeconds: row.spreadSeconds ?? 0 };
}

function withTimes(fate: Fate, { seconds, unknownMinutes }: ScenarioRow): Fate {
	const timed = Object.entries(seconds ?? {}).map(([channel, time]) => {
		const behaviour = fate.channels?.[channel] ?? fate.usually;
		return [channel, { ...behaviour, seconds: time }] as const;
	});
	return {
		...fate,
		...(timed.length > 0 && { channels: { ...fate.channels, ...Object.fromEntries(timed) } }),
		...(unknownMinutes !== undefined && { unknownMinutes }),
	};
}

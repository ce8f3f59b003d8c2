import type { OpenIn, SendWindow, SendWindowErrorCode } from '../../../protocol';
import { isRecord, isTimeZone, readSendWindow, SendWindowError, shorten, windowIn } from '../../../protocol';
import { only } from '../../../transport/only';
import { unreadable } from '../../shared/failure';
import { toChoice } from '../../shared/settings';
import type { Given } from '../../shared/templates/given';
import type { Values } from '../../shared/values';
import { toName } from '../../shared/values';
import { CLOCKS, DEFAULT_WINDOW, sendWindowField } from './sendWindowField';

/** The stable codes of windows that cannot be used. */
export type SendWindowCode = SendWindowErrorCode | 'timeZoneInvalid' | 'protocolCannotCarry';

/** When the recipients of an item may be sent to. */
export interface ItemWindow {
	readonly open: OpenIn;
	/** Whether it goes by the clock of each recipient. */
	readonly isOfRecipient: boolean;
	/** The time zone by whose clock it goes for all, or for those whose own is not known. */
	readonly timeZone: string;
}

/** What is to be known of a run before its windows are read. */
interface WindowRules {
	/** The time zone of the workflow. */
	readonly timeZone: string;
	/** Why the protocol carries no moments, as the end of a sentence; `undefined` where it does. */
	readonly objection: string | undefined;
}

const { displayName: FIELD, name: NAME } = sendWindowField;
const EXAMPLE = JSON.stringify({ window: { from: '09:00', to: '21:00', timeZone: 'workflow' } });

/** Reads Send Window among the options of a run's items. Items with the same window share what is known of its openings. */
export class WindowReader {
	readonly #rules: WindowRules;
	readonly #openings = new Map<string, OpenIn>();
	readonly #zones = new Map<string, boolean>();
	#last: { readonly value: unknown; readonly window: ItemWindow } | undefined;

	constructor(rules: WindowRules) {
		this.#rules = rules;
	}

	/**
	 * The window of an item; `undefined` where the option is not set, or was left without its fields.
	 *
	 * @throws {ItemError} `SendWindowCode`, or `valueNotReadable` where an expression gives something else than a window.
	 */
	of(options: Given): ItemWindow | undefined {
		const given = options.at(NAME);
		const isSet = isRecord(options.value) && Object.hasOwn(options.value, NAME);
		if (!isSet || (!given.isMade && isLeftEmpty(given.value))) return undefined;
		const { objection } = this.#rules;
		if (objection !== undefined) throw unreadable<SendWindowCode>('protocolCannotCarry', FIELD, `${FIELD} ${objection}`);
		// Without expressions in it, it is the very same for all items.
		if (this.#last?.value !== given.value || this.#last === undefined) this.#last = { value: given.value, window: this.#read(given) };
		return this.#last.window;
	}

	#read(given: Given): ItemWindow {
		const values = given.at('window').value;
		if (!isRecord(values)) throw unreadable('valueNotReadable', FIELD, `${FIELD} must be an object such as ${EXAMPLE}.`);
		const window = readWindow(values);
		return { open: this.#openingsOf(window), ...this.#clockOf(values, window) };
	}

	#openingsOf(window: SendWindow): OpenIn {
		const key = [window.from, window.length, ...[...window.days].sort()].join();
		const open = this.#openings.get(key) ?? windowIn(window);
		this.#openings.set(key, open);
		return open;
	}

	#clockOf(values: Values, window: SendWindow): Omit<ItemWindow, 'open'> {
		const clock = toChoice(values.timeZone, { field: `${FIELD} Time Zone`, choices: CLOCKS, byDefault: 'recipient' });
		if (clock === 'name') return { isOfRecipient: false, timeZone: this.#zoneIn(values.timeZoneName, 'Time Zone Name') };
		const field = 'Fallback Time Zone';
		const isGiven = clock === 'recipient' && toName(values.fallbackTimeZone, `${FIELD} ${field}`) !== undefined;
		const timeZone = isGiven ? this.#zoneIn(values.fallbackTimeZone, field) : this.#rules.timeZone;
		return { isOfRecipient: clock === 'recipient' && !isAlwaysOpen(window), timeZone };
	}

	#zoneIn(value: unknown, label: string): string {
		const field = `${FIELD} ${label}`;
		const name = toName(value, field) ?? '';
		const isZone = this.#zones.get(name) ?? isTimeZone(name);
		this.#zones.set(name, isZone);
		if (isZone) return name;
		const came = name === '' ? 'empty' : `"${shorten(name, 40)}"`;
		const message = `${field} must be the IANA name of a time zone, such as Europe/Moscow, but it is ${came}.`;
		throw unreadable<SendWindowCode>('timeZoneInvalid', field, message);
	}
}

/** Whoever adds the option and takes its fields away again has no window. */
function isLeftEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '' || (isRecord(value) && value.window === undefined);
}

/** What is not set is as the interface shows it; what an expression leaves empty is refused. */
function readWindow(values: Values): SendWindow {
	const { from, to, days } = { ...DEFAULT_WINDOW, ...values };
	try {
		return readSendWindow({ from, to, days });
	} catch (error) {
		const { code, field, message } = only(SendWindowError)(error);
		throw unreadable<SendWindowCode>(code, `${FIELD} ${field}`, message);
	}
}

/** A window that never closes is the same in all time zones. */
function isAlwaysOpen({ length, days }: SendWindow): boolean {
	return length === 24 * 60 && days.size === 7;
}

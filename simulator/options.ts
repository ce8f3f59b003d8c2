import { readAccount } from './gateway/account/readAccount';
import { type AccountSettings, usualAccount } from './gateway/account/settings';
import { CHANNELS } from './gateway/channels';
import type { GatewaySettings } from './gateway/gateway';
import { readReplyUrl } from './gateway/replies';
import { isTimeZone } from './gateway/wallTime';

/** What a simulator is started with; every setting has a usual value. */
export interface SimulatorOptions extends Partial<Omit<GatewaySettings, 'account'>> {
	/** What differs from the usual account. Usual: money, no stop list, no contact lists. */
	readonly account?: Partial<AccountSettings>;
	/** 0 = any free port. Usual: 0. */
	readonly port?: number;
	/** Gateway seconds per real second; 0 = the clock moves only when told to. Usual: 1. */
	readonly speed?: number;
	/** The first moment of gateway time. Usual: now. */
	readonly startTime?: Date;
	/** Rows as in a scenario file, or the whole file. */
	readonly scenario?: unknown;
	/** Key and certificate in PEM make it speak HTTPS. */
	readonly tls?: { readonly key: string; readonly cert: string };
}

/** The usual account and operator. */
const USUAL_SETTINGS: Omit<GatewaySettings, 'account'> = {
	login: 'demo',
	password: 'demo-password',
	token: 'demo-token',
	revision: 2,
	channels: CHANNELS,
	timeZone: 'Europe/Moscow',
	repeatAnswer: 'refuse',
	xmlCountMessage: false,
	replyUrl: '',
	overallEngagement: false,
};

/**
 * Fills in the usual settings and checks the given ones.
 * @throws {TypeError} that says which is wrong
 */
export function readSettings(options: SimulatorOptions): GatewaySettings {
	const timeZone = options.timeZone ?? USUAL_SETTINGS.timeZone;
	if (!isTimeZone(timeZone)) throw new TypeError(`There is no time zone "${timeZone}".`);
	return {
		login: options.login ?? USUAL_SETTINGS.login,
		password: options.password ?? USUAL_SETTINGS.password,
		token: options.token ?? USUAL_SETTINGS.token,
		revision: options.revision ?? USUAL_SETTINGS.revision,
		channels: options.channels ?? USUAL_SETTINGS.channels,
		timeZone,
		repeatAnswer: options.repeatAnswer ?? USUAL_SETTINGS.repeatAnswer,
		xmlCountMessage: options.xmlCountMessage ?? USUAL_SETTINGS.xmlCountMessage,
		replyUrl: readReplyUrl(options.replyUrl ?? USUAL_SETTINGS.replyUrl),
		overallEngagement: options.overallEngagement ?? USUAL_SETTINGS.overallEngagement,
		account: { ...usualAccount(timeZone), ...readAccount(options.account ?? {}) },
	};
}

/** Checks a speed. @throws {TypeError} when it is no number of 0 or more */
export function readSpeed(speed: unknown): number {
	if (typeof speed === 'number' && Number.isFinite(speed) && speed >= 0) return speed;
	throw new TypeError('The speed is a number of 0 or more.');
}

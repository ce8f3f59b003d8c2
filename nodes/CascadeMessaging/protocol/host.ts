import { trimBlanks } from './blanks';
import { GATEWAY_PATHS } from './paths';

/**
 * The address of a gateway from what a user enters as host: `https://` is assumed, `http://` only when written out, and a path is kept
 * without its last slash. One of the manual's full addresses loses its end, and whatever stands behind that, which may hold a password.
 * Null when it is no such address, when it carries a login, and when an address that is not one of the manual's carries a query or
 * fragment.
 *
 * @example readHost('gateway.example.com/sendmessagejson.php') // 'https://gateway.example.com'
 */
export function readHost(text: string): string | null {
	const trimmed = trimBlanks(text);
	const address = parseUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
	if (address === null || !['http:', 'https:'].includes(address.protocol)) return null;
	if (address.username !== '' || address.password !== '') return null;
	const path = address.pathname.replace(KNOWN_END, '');
	if (path === address.pathname && (address.search !== '' || address.hash !== '')) return null;
	return `${address.origin}${path.replace(/(?<!\/)\/+$/, '')}`;
}

/** One of the gateway's own paths at the end of a longer one, however many slashes and in whatever case. */
const KNOWN_END = new RegExp(`(?:${Object.values(GATEWAY_PATHS).map(loosely).join('|')})/*$`, 'i');

function loosely(path: string): string {
	return path
		.replaceAll('.', String.raw`\.`)
		.replaceAll('/', '/+')
		.replace('/+', '(?<!/)/+');
}

function parseUrl(text: string): URL | null {
	return URL.canParse(text) ? new URL(text) : null;
}

/**
 * Says whether what is sent to an address can be read on its way: plain HTTP to anything but this very machine.
 *
 * @throws {TypeError} for what is no address: takes what `readHost` returns
 */
export function isExposed(address: string): boolean {
	const { protocol, hostname } = new URL(address);
	return protocol === 'http:' && !/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

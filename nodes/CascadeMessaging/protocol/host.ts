import { trimBlanks } from './blanks';

/** The ends of the addresses in the operators' manuals, which the protocols add themselves (PROTOCOL.md sections 2–4 and 8). */
const KNOWN_END = /\/+(?:sendmessagejson\.php|xml\/+(?:state_)?message\.php|sendmessage\.php|sendsmsjson\.php)\/*$/i;

/**
 * The address of a gateway from what a user enters as host: `https://` is assumed, `http://` only when written out, and a
 * path is kept without its last slash. The full addresses of the manual are known: their ends are taken off, with what is asked
 * there. Null when it is no such address, or one that carries a login, query or fragment.
 */
export function readHost(text: string): string | null {
	const trimmed = trimBlanks(text);
	const address = parseUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
	if (address === null || !['http:', 'https:'].includes(address.protocol)) return null;
	const isFromManual = KNOWN_END.test(address.pathname);
	if (address.username !== '' || address.password !== '' || address.hash !== '') return null;
	if (address.search !== '' && !isFromManual) return null;
	return `${address.origin}${address.pathname.replace(KNOWN_END, '').replace(/(?<!\/)\/+$/, '')}`;
}

function parseUrl(text: string): URL | null {
	return URL.canParse(text) ? new URL(text) : null;
}

/** Says whether what is sent to an address can be read on its way: plain HTTP to anything but this very machine. */
export function isExposed(address: string): boolean {
	const { protocol, hostname } = new URL(address);
	return protocol === 'http:' && !/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

import { networkInterfaces } from 'node:os';

/** An address of this machine that is no loopback: what is sent there counts as sent over a network. */
export function ownAddress(): string | undefined {
	const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
	return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { HOSTILE_ANSWERS } from './hostileTexts';
import { protocolErrorOf } from './protocolError';

/**
 * Run by itself, in a process with little memory: reads an answer of each hostile family, of so many characters, as its own
 * protocol and as plain text, and prints how many there were.
 */
const length = Number(process.argv[2]);
let count = 0;
for (const [name, family] of HOSTILE_ANSWERS) {
	const text = family(length);
	const codec = name.startsWith('JSON') ? PROTOCOLS.json : name.startsWith('XML') ? PROTOCOLS.xml : PROTOCOLS.get;
	protocolErrorOf(() => codec.decodeSend(text));
	count++;
}
process.stdout.write(`${count} answers read`);

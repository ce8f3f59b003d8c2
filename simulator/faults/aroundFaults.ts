import { KNOWN_WORDS } from '../gateway/knownWords';
import { changedText } from './altered';
import type { FaultRow } from './faultRow';
import { PHP_WARNINGS } from './htmlPages';

const PLAIN_WARNINGS =
	'\nWarning: Undefined array key "phone" in /var/www/html/send.php on line 42\n' +
	'\nDeprecated: Implicit conversion from float 12.5 to int loses precision in /var/www/html/send.php on line 57\n\n';
const BRACKETS = 'Notice: Array to string conversion: array[0] => {"phone": [7900}, <b>[{</b> in /var/www/html/send.php on line 7\n';

/** Faults around the document: what a script prints before it and behind it. The document itself is whole. */
export const aroundFaults: readonly FaultRow[] = [
	changedText('php-warnings', 'PHP warnings in HTML before the document', (text) => PHP_WARNINGS + text),
	changedText('warning-behind', 'PHP warnings in HTML behind the document', (text) => text + PHP_WARNINGS),
	changedText('plain-warning', 'PHP warnings of several lines without HTML before the document', (text) => PLAIN_WARNINGS + text),
	changedText('brackets-before', 'a warning full of brackets and braces before the document', (text) => BRACKETS + text),
	changedText('brackets-behind', 'a warning full of brackets and braces behind the document', (text) => `${text}\n${BRACKETS}`),
	changedText('comment-behind', 'an HTML comment behind the document', (text) => `${text}<!-- 0.02s, 3 queries -->`),
	changedText('doubled-document', 'JSON, XML: the document twice, glued together', (text, { protocol }) =>
		protocol === 'get' ? null : text + text,
	),
	changedText('glued-refusal', 'JSON, XML: a refusal of the whole request glued behind the document', (text, { protocol, write }) =>
		protocol === 'get' ? null : text + write({ kind: 'error', text: KNOWN_WORDS.accountBlocked }).body.toString(),
	),
	changedText('trailing-comma', 'JSON: a comma behind the last of every list and object', (text, { protocol }) =>
		protocol === 'json' ? text.replace(/(["\]}])(?=[\]}])/g, '$1,') : null,
	),
];

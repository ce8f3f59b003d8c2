import type { ProtocolName, SimulatorOptions } from '../../../simulator';

/** One way to meet a fault: an operation over a protocol, with what makes a difference. */
export interface Column {
	readonly operation: 'send' | 'preview' | 'lookUp' | 'stop' | 'status' | 'track' | 'poll';
	readonly protocol: ProtocolName;
	/** Whether each recipient has a client number. */
	readonly numbered?: boolean;
	/** Whether the fault strikes the first request only. */
	readonly once?: boolean;
	/** Whether the node's On Error says stop; usual: continue. */
	readonly stops?: boolean;
	/** What the gateway says of a client number it knows; usual: refused with words. */
	readonly repeatAnswer?: NonNullable<SimulatorOptions['repeatAnswer']>;
}

/** The columns of the matrix, by the names the rows use. */
export const COLUMNS = {
	json: { operation: 'send', protocol: 'json' },
	jsonStop: { operation: 'send', protocol: 'json', stops: true },
	xml: { operation: 'send', protocol: 'xml' },
	get: { operation: 'send', protocol: 'get' },
	jsonNumbered: { operation: 'send', protocol: 'json', numbered: true },
	xmlNumbered: { operation: 'send', protocol: 'xml', numbered: true },
	jsonOnce: { operation: 'send', protocol: 'json', once: true },
	getOnce: { operation: 'send', protocol: 'get', once: true },
	jsonNumberedOnce: { operation: 'send', protocol: 'json', numbered: true, once: true },
	xmlNumberedOnce: { operation: 'send', protocol: 'xml', numbered: true, once: true },
	jsonNumberedOnceWithId: { operation: 'send', protocol: 'json', numbered: true, once: true, repeatAnswer: 'refuse-with-id' },
	jsonNumberedOnceSentBefore: { operation: 'send', protocol: 'json', numbered: true, once: true, repeatAnswer: 'sent-before' },
	xmlNumberedOnceEcho: { operation: 'send', protocol: 'xml', numbered: true, once: true, repeatAnswer: 'echo' },
	preview: { operation: 'preview', protocol: 'json' },
	previewOnce: { operation: 'preview', protocol: 'json', once: true },
	lookUp: { operation: 'lookUp', protocol: 'json' },
	lookUpOnce: { operation: 'lookUp', protocol: 'json', once: true },
	stop: { operation: 'stop', protocol: 'json' },
	stopOnce: { operation: 'stop', protocol: 'json', once: true },
	statusJson: { operation: 'status', protocol: 'json' },
	statusXml: { operation: 'status', protocol: 'xml' },
	statusGet: { operation: 'status', protocol: 'get' },
	statusJsonOnce: { operation: 'status', protocol: 'json', once: true },
	statusGetOnce: { operation: 'status', protocol: 'get', once: true },
	track: { operation: 'track', protocol: 'json' },
	pollJson: { operation: 'poll', protocol: 'json' },
	pollXml: { operation: 'poll', protocol: 'xml' },
	pollJsonOnce: { operation: 'poll', protocol: 'json', once: true },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;

/** The columns with their names, in their order. */
export const columns: readonly (readonly [ColumnName, Column])[] = (Object.keys(COLUMNS) as ColumnName[]).map((name) => [
	name,
	COLUMNS[name],
]);

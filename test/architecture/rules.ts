/** A part of the house: which files are it, and what they may import beside their own part. */
export interface Part {
	name: string;
	files: RegExp;
	/** Names of parts an arrow may run to. */
	parts: readonly string[];
	/** Packages; absent means any. */
	packages?: RegExp;
	/** The one file other parts may import; absent means any. */
	door?: string;
	/** Pure: reads no clock and throws no dice, so that the same input always gives the same output. */
	pure?: true;
}

const n8n = /^n8n-workflow$/;
/** `node:crypto` makes digests; its dice are refused like any other chance. */
const pureLibraries =
	/^(?:fast-xml-(?:parser|builder|validator)|libphonenumber-js\/(?:max|core|(?:examples\.mobile|metadata\.max)\.json)|@date-fns\/tz|split-sms|node:crypto)$/;
const node = '^nodes/CascadeMessaging/';

/** The first part whose pattern fits is the one a file belongs to; a product file that fits none is refused. */
export const house: readonly Part[] = [
	{
		name: 'trigger',
		files: new RegExp(`${node}\\w+Trigger\\.node\\.ts$`),
		parts: ['replies', 'tracking', 'transport', 'protocol'],
		packages: n8n,
	},
	{ name: 'node', files: new RegExp(`${node}\\w+\\.node\\.ts$`), parts: ['operations', 'transport', 'protocol'], packages: n8n },
	{ name: 'operations', files: new RegExp(`${node}operations/`), parts: ['tracking', 'transport', 'protocol'], packages: n8n },
	{ name: 'replies', files: new RegExp(`${node}replies/`), parts: ['tracking', 'transport', 'protocol'], packages: n8n },
	{ name: 'tracking', files: new RegExp(`${node}tracking/`), parts: ['transport', 'protocol'], packages: n8n },
	{ name: 'transport', files: new RegExp(`${node}transport/`), parts: ['protocol'], packages: n8n },
	{
		name: 'protocol',
		files: new RegExp(`${node}protocol/`),
		parts: [],
		packages: pureLibraries,
		pure: true,
		door: 'nodes/CascadeMessaging/protocol/index.ts',
	},
	{ name: 'credentials', files: /^credentials\//, parts: ['transport', 'protocol'], packages: n8n },
	{ name: 'simulator', files: /^simulator\//, parts: [] },
	{ name: 'demo', files: /^demo\//, parts: ['simulator'] },
	{ name: 'bench', files: /^bench\//, parts: ['protocol', 'demo'] },
];

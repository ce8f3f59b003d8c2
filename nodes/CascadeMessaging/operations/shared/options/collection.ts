import type { INodeProperties } from 'n8n-workflow';

/** The parameter in which the interface keeps what few users need: only the options that were added are shown. */
export function optionsOf(options: INodeProperties[]): INodeProperties {
	return { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {}, options };
}

import type { INodeProperties } from 'n8n-workflow';

/**
 * A parameter for a sender name: chosen from those the operator tells, or typed. Workflows that were made when it was a plain text hold one, which
 * is read as before.
 */
export function senderLocator({ placeholder = '', ...named }: Omit<INodeProperties, 'type' | 'default'>): INodeProperties {
	return {
		...named,
		type: 'resourceLocator',
		default: { mode: 'name', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a sender...',
				typeOptions: { searchListMethod: 'searchSenders', searchable: true },
			},
			{ displayName: 'By Name', name: 'name', type: 'string', placeholder },
		],
	};
}

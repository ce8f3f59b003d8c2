import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

type Offered = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/** More choices than this are counted, not listed. */
const MOST_LISTED = 20;

/** What the interface shows of parameters, and what a saved workflow holds of them: a line for each, what is within it indented. */
export function outlineOf(properties: readonly Offered[], indent = ''): string[] {
	return properties.flatMap((one) => [`${indent}${lineOf(one)}`, ...outlineOf(within(one), `${indent}    `)]);
}

function within(one: Offered): readonly Offered[] {
	if ('values' in one) return one.values;
	const options = 'type' in one ? (one.options ?? []) : [];
	return options.length > MOST_LISTED ? [] : options;
}

function lineOf(one: Offered): string {
	if ('values' in one) return `${one.displayName} (${one.name})`;
	if (!('type' in one)) return [`${one.name} = ${String(one.value)}`, one.action, one.description].filter(Boolean).join(' | ');
	const {
		displayName,
		name,
		type,
		description,
		placeholder,
		displayOptions,
		typeOptions,
		required,
		noDataExpression,
		options = [],
		...rest
	} = one;
	return [
		`${displayName} (${name}): ${type}${required === true ? ', required' : ''}${noDataExpression === true ? ', fixed' : ''} ${JSON.stringify(rest.default)}`,
		typeOptions && JSON.stringify(typeOptions),
		displayOptions?.show && `shown for ${JSON.stringify(displayOptions.show)}`,
		options.length > MOST_LISTED && `${options.length} choices`,
		placeholder,
		description,
	]
		.filter(Boolean)
		.join(' | ');
}

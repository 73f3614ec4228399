/** A Manager's attributes that keep session attributes from being replicated. */
export const SESSION_FILTERS = ["sessionAttributeNameFilter", "sessionAttributeValueClassNameFilter"] as const;

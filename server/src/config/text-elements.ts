/**
 * The elements whose text Tomcat reads; that of all others is dropped without a word.
 *
 * Source: the CallMethodRules without parameters of HostRuleSet and ContextRuleSet, 7.0 to 11.0 (InstanceListener up to
 * 7.0); the CallParamRules of a Valve's init-param, from 11.0 on.
 */
export const ELEMENTS_WITH_TEXT: ReadonlySet<string> = new Set([
  "Alias",
  "InstanceListener",
  "WatchedResource",
  "WrapperLifecycle",
  "WrapperListener",
  "param-name",
  "param-value",
]);

<#ftl output_format="plainText">
${subject}

${msg("relais-mail-hello", name)}

${msg(key + "-intro")}

<#list lines as line>
<#if toOthers>
* ${msg("relais-mail-field", msg("relais-mail-person"), line.person)}
<#if line.declaredName??>
  ${msg("relais-mail-declared-name", line.declaredName)}
</#if>
  ${msg("relais-mail-field", msg("relais-mail-group"), line.group)}
<#else>
* ${line.group}
</#if>
  ${line.school}
<#if !toOthers && line.applications?has_content>
  ${msg("relais-mail-field", msg("relais-mail-applications"), line.applications?join(", "))}
</#if>
<#if day??>
  ${msg("relais-mail-field", msg(day), line.lastDay)}
</#if>

</#list>
<#if more gt 0>
${msg("relais-mail-more", more)}

</#if>
${msg(key + "-next")}

<#if account??>
${msg("relais-mail-field", msg("relais-mail-account"), account)}
<#else>
${msg("relais-mail-sign-in")}
</#if>

--
${msg("relais-mail-automatic", realmName)}

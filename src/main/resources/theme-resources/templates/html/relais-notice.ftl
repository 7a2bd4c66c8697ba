<#-- Any email theme frames it; the theme "relais" gives it its look. Plain elements, so that it reads well without any. -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<h1>${subject}</h1>
<p>${msg("relais-mail-hello", name)}</p>
<p>${msg(key + "-intro")}</p>
<#if toOthers>
<table class="relais-list" cellpadding="6">
    <tr>
        <th scope="col" align="left">${msg("relais-mail-person")}</th>
        <th scope="col" align="left">${msg("relais-mail-group")}</th>
        <#if day??><th scope="col" align="left">${msg(day)}</th></#if>
    </tr>
    <#list lines as line>
    <tr>
        <td><strong>${line.person}</strong><#if line.declaredName??><br>${msg("relais-mail-declared-name", line.declaredName)}</#if></td>
        <td>${line.group}<br>${line.school}</td>
        <#if day??><td>${line.lastDay}</td></#if>
    </tr>
    </#list>
</table>
<#else>
<#list lines as line>
<p class="relais-access">
    <strong>${line.group}</strong><br>
    ${line.school}<br>
    <#if line.applications?has_content>${msg("relais-mail-field", msg("relais-mail-applications"), line.applications?join(", "))}<br></#if>
    <#if day??>${msg("relais-mail-field", msg(day), line.lastDay)}</#if>
</p>
</#list>
</#if>
<#if more gt 0><p>${msg("relais-mail-more", more)}</p></#if>
<p>${msg(key + "-next")}</p>
<#if account??>
<p><a class="relais-button" href="${account}">${msg("relais-mail-account")}</a></p>
<p class="relais-small">${account}</p>
<#else>
<p>${msg("relais-mail-sign-in")}</p>
</#if>
<p class="relais-small">${msg("relais-mail-automatic", realmName)}</p>
</@layout.emailLayout>

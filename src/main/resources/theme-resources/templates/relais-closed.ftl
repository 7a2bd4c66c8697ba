<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("relais-closed-title")}
    <#elseif section = "form">
        <div id="relais-closed" class="${properties.kcFormGroupClass!}">
            <#if school?? && !application?contains(school)>
                <p class="pf-v5-u-mb-md">${msg("relais-closed-school", application, school)}</p>
            <#else>
                <p class="pf-v5-u-mb-md">${msg("relais-closed-academy", application)}</p>
            </#if>
            <#if endedOn??>
                <p class="pf-v5-u-mb-md" id="relais-ended">${msg("relais-closed-ended", endedOn)}</p>
            </#if>
            <#if school??>
                <p class="pf-v5-u-mb-md">${msg("relais-closed-ask", school)}</p>
            <#else>
                <p class="pf-v5-u-mb-md">${msg("relais-closed-ask-any")}</p>
            </#if>
            <#if leadsBack>
            <form action="${url.loginAction}" method="post">
                <button class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" name="back" id="relais-back" type="submit">${msg("relais-closed-back")}</button>
            </form>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>

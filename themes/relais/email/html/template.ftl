<#-- The frame of every mail, Keycloak's own included. Tables and attributes beside the styles: some mail programs read nothing else. -->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.toLanguageTag()}" dir="${(ltr)?then('ltr','rtl')}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <title>${subject!realmName}</title>
    <style>
        body { margin: 0; padding: 0; background: #eef3f5; }
        .page { width: 100%; background: #eef3f5; }
        .sheet { width: 100%; max-width: 600px; }
        .head { background: #0b5563; color: #ffffff; border-radius: 8px 8px 0 0; padding: 20px 32px; font: bold 17px/1.4 "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
        .mark { display: inline-block; width: 10px; height: 10px; margin-right: 10px; border: 3px solid #ffc14d; border-radius: 50%; }
        .text { background: #ffffff; color: #1d2b30; border-radius: 0 0 8px 8px; padding: 28px 32px 32px; font: 16px/1.55 "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
        .text h1, .text p, .text td { overflow-wrap: anywhere; }
        .text h1 { margin: 0 0 20px; color: #0b3d47; font-size: 22px; line-height: 1.3; }
        .text p { margin: 0 0 16px; }
        .text a { color: #0b5563; }
        .relais-access { margin: 0 0 16px !important; padding: 14px 18px; background: #f3f8f9; border-left: 4px solid #0b5563; border-radius: 0 6px 6px 0; }
        .relais-access strong { font-size: 17px; }
        .relais-list { width: 100%; margin: 0 0 20px; border-collapse: collapse; font-size: 15px; }
        .relais-list th { padding: 8px 10px; border-bottom: 2px solid #0b5563 !important; color: #0b3d47; text-align: left; }
        .relais-list td { padding: 10px; border-bottom: 1px solid #d5e0e3 !important; vertical-align: top; }
        .relais-button { display: inline-block; padding: 12px 22px; background: #0b5563; color: #ffffff !important; border-radius: 6px; font-weight: bold; text-decoration: none; }
        .relais-small { color: #52656b; font-size: 13px; line-height: 1.5; }
        @media (max-width: 480px) {
            .head, .text { padding-left: 20px; padding-right: 20px; border-radius: 0; }
            .relais-list th, .relais-list td { padding-left: 4px; padding-right: 4px; }
        }
        @media (prefers-color-scheme: dark) {
            body, .page { background: #10191c; }
            .text { background: #1b272b; color: #e6eef0; }
            .text h1, .relais-list th { color: #bfe6ee; }
            .text a { color: #8fd3e0; }
            .relais-access { background: #22343a; border-left-color: #5fb6c6; }
            .relais-list td { border-bottom-color: #3a4d53 !important; }
            .relais-button { background: #bfe6ee; color: #0b3d47 !important; }
            .relais-small { color: #a9bcc1; }
        }
    </style>
</head>
<body bgcolor="#eef3f5">
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
    <tr>
        <td align="center" style="padding: 24px 12px">
            <table class="sheet" role="presentation" width="600" cellpadding="0" cellspacing="0" border="0">
                <tr><td class="head" bgcolor="#0b5563"><span class="mark" aria-hidden="true"></span>${realmName}</td></tr>
                <tr><td class="text" bgcolor="#ffffff"><#nested></td></tr>
            </table>
        </td>
    </tr>
</table>
</body>
</html>
</#macro>
